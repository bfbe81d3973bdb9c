using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>How models put facts into words, so that the check takes out what is wrong and leaves what is only well said.</summary>
[Collection(nameof(RunningSite))]
public sealed class PhrasingTests(RunningSite site)
{
    private const string Battery = "做电池包，要8000平标准厂房，承重1吨，离高铁近", Robots = "智能机器人产业园的租金和联系电话", Software = "软件岗位，硕士", Both = "对比机器人园和传感器园", Subsidy = "可以申请设备补贴的政策";
    private const string Clean = "Biomedicine, with a clean room", Jobs = "Software jobs for a master's degree", Two = "Compare Smart Sensor Park and Intelligent Robotics Park";

    public static TheoryData<string, string> Chinese => new()
    {
        { Battery, "根据您的需求，建议优先考虑新能源汽车产业园，其 6 号楼 1 层西为标准厂房[1]，面积达 12,000 m²[2]，楼面承重 3 t/m²[3]。" },
        { Battery, "该园区距离高铁站 11 分钟车程[4]，租金为 24 元/m²/月[8]。" },
        { Battery, "另一个选择是储能材料产业园，K3 楼 1 层窑炉车间面积为 8,000 m²[6]，楼面承重 2.5 t/m²[7]，租金 28 元/m²/月[10]，不过到高铁站需要 37 分钟[9]。" },
        { Battery, "为您找到 2 个符合条件的园区。" },
        { Battery, "从新能源汽车产业园到高铁站，车程约 11 分钟[4]。" },
        { Battery, "您要求面积 8,000 平方米以上，该厂房面积为 12,000 平方米[2]，可以满足。" },
        { Battery, "如需进一步了解，您可以联系园区咨询。" },
        { Robots, "智能机器人产业园目前有三处空间在租：中试楼 2 层 C 跨租金为 35 元/m²/月[1]，3 号楼 1 层东租金为 26 元/m²/月[2]，7 号楼 4 层租金为 24 元/m²/月[3]。" },
        { Robots, "您可以联系企业服务部专员 A[4]，电话是 0512-0000 0009[5]，邮箱为 robotics-park@example.cn[6]。" },
        { Robots, "联系人：企业服务部专员 A[4]，联系电话：0512-0000 0009[5]。" },
        { Software, "康复器械企业 D[1]正在招聘步态训练控制算法工程师，月薪 20,000 元[2]至 30,000 元[3]。" },
        { Software, "步态训练控制算法工程师由康复器械企业 D[1]招聘，学历要求为硕士[10]，截止日期为 2027 年 5 月 31 日[11]。" },
        { Software, "跌倒雷达算法工程师的月薪在 18,000 元/月[5]到 28,000 元/月[6]之间。" },
        { Software, "以下是部分适合硕士学历的软件岗位。" },
        { Both, "两个园区各有特点。" },
        { Both, "智能机器人产业园主要做工业机器人、减速器与机器视觉[1]，智能传感器产业园则专注于 MEMS 传感器、压力与惯性器件[9]。" },
        { Both, "从交通来看，智能机器人产业园到高铁站 11 分钟[2]、到虹桥机场 40 分钟[3]；智能传感器产业园分别为 14 分钟[10]和 45 分钟[11]。" },
        { Both, "在物业费方面，智能机器人产业园为 2.5 元/m²/月[5]，智能传感器产业园为 2.8 元/m²/月[13]。" },
        { Both, "智能机器人产业园的配套设施包括食堂、人才公寓、托育点、共享会议室、展厅、充电桩、公共检测室、中试车间[8]。" },
        { Both, "智能传感器产业园配有食堂、员工宿舍、人才公寓和共享洁净室等设施[16]。" },
        { Both, "两个园区的最短租期均为 3 年[6][14]。" },
        { Subsidy, "节能改造补助：每吨标准煤补助 400 元，单个项目最高 150 万元[3]。" },
        { Subsidy, "共享洁净室使用补贴支持使用费的 40%，每家每年最高 15 万元[7]。" },
        { Subsidy, "境内外展会补助本批截止申报时间为 2027 年 1 月 31 日[11]。" },
    };

    public static TheoryData<string, string> English => new()
    {
        { Clean, "Yangcheng Lake Life Health Park offers a clean room of ISO 7[1] and focuses on cell therapy, biobanking, precision medicine[3]." },
        { Clean, "It is 27 minutes from the high-speed rail station[4], and 6,860 m² of space is available[5]." },
        { Clean, "Another option is RNA & Biopharma Park, which has a clean room of ISO 7[9] and is 10 minutes from high-speed rail[11]." },
        { Clean, "Based on your needs, I would recommend contacting the park directly." },
        { Clean, "Smart Sensor Park has 8,920 m² of available space[16]." },
        { Jobs, "Vertical model company A[1] is hiring an LLM tuning engineer, with monthly pay from 24,000 yuan[2] to 38,000 yuan[3]." },
        { Jobs, "The LLM tuning engineer position requires a master's degree[10], and you should apply by 2027-05-31[11]." },
        { Jobs, "Applications close on 31 May 2027[11]." },
        { Two, "Here is how the two parks compare." },
    };

    [Theory, MemberData(nameof(Chinese))]
    public Task What_is_well_said_stays(string question, string sentence) => Stays(question, sentence, 0);

    [Theory, MemberData(nameof(English))]
    public Task In_English_too(string question, string sentence) => Stays(question, sentence, 1);

    private async Task Stays(string question, string sentence, int culture)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        var check = new SentenceCheck(answer.Sources!, new Lexis(culture != 0, answer.Needs.SelectMany(n => new[] { n.Label, n.Value })), question, new HashSet<decimal> { 2, 3 });
        var cited = check.Cited(sentence);
        Assert.True(cited is not null, string.Join('\n', answer.Citations.Select(c => $"{c.N} {c.Title} {c.Field} {c.Value}")));
    }
}
